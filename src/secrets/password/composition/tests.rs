use super::super::wide::log2_of;
use super::*;

fn class((size, minimum): (usize, usize)) -> Class {
    Class { size, minimum }
}

fn total(classes: &[(usize, usize)], nchars: usize) -> Wide {
    let mut table = Table::new();
    let classes: Vec<_> = classes.iter().copied().map(class).collect();
    assert_eq!(table.count(&classes[1..], nchars), Ok(()));
    table.total_with(classes[0], nchars).unwrap()
}

fn hexadecimal(count: &Wide) -> String {
    let digits: String = count.iter().rev().map(|word| format!("{word:016x}")).collect();
    digits.trim_start_matches('0').to_string()
}

#[test]
fn counts_are_those_of_enumeration() {
    for case in 0..6_usize.pow(4) {
        let classes = [1, 6, 36, 216].map(|radix| (case / radix % 3, case / radix / 3 % 2));
        let characters: Vec<usize> = (0..4).flat_map(|i| [i].repeat(classes[i].0)).collect();
        for nchars in 0..=3 {
            let meets = |string: usize| {
                let at = |place| string / characters.len().pow(place) % characters.len();
                let mut held = [0; 4];
                (0..nchars).for_each(|place| held[characters[at(place)]] += 1);
                held.iter().zip(classes).all(|(&held, (_, minimum))| held >= minimum)
            };
            let strings = characters.len().pow(nchars);
            let expected = (0..strings).filter(|&string| meets(string)).count();
            let ours = total(&classes, nchars as usize);
            assert_eq!(
                (ours[0], ours[1]),
                (expected as u64, 0),
                "{classes:?}, {nchars} characters"
            );
        }
    }
}

#[test]
fn large_counts_are_those_of_exact_fractions() {
    // n! times the coefficient of x^n in the product of sum(size^c x^c / c!, c >= minimum), computed
    // with Python's fractions.
    let cases = [
        (8, [(26, 1), (26, 1), (10, 1), (26, 1)], "62dffca54f800"),
        (12, [(26, 1), (26, 1), (10, 1), (26, 1)], "2121eef5565fafa78000"),
        (16, [(26, 1), (26, 1), (10, 1), (26, 1)], "89db195866f508d3c1bdf80000"),
        (8, [(26, 0), (26, 0), (10, 6), (0, 0)], "129eb3e100"),
        (100, [(1, 99), (0, 0), (1, 1), (0, 0)], "64"),
        (128, [(0, 0), (0, 0), (2, 128), (0, 0)], "100000000000000000000000000000000"),
        (
            40,
            [(26, 7), (3, 0), (10, 5), (32, 20)],
            "a89d4a93bc997e89848b56aa41a4226400000000000000000000000000000",
        ),
        (
            128,
            [(26, 1), (26, 1), (10, 1), (26, 1)],
            "6ffdda71149df1ab54a07ef937a71a93e6aa76ebfa03459613c3f192a42e97997fcf665c47f0062d765797ac\
             217b16a4eb5b4cff11176b989293612f686de63d7f280e466500073271e516ece1947a73c951e1c6d47eff80\
             0000000000000000000000000000000",
        ),
        (
            128,
            [(26, 0), (26, 0), (10, 120), (26, 0)],
            "278d853cc7f5c63ddfe799d6523a7acbfd8e069bd42313b348bf6975f82f98bd8af64261ea694231b462184d\
             cd100000000000000000000000000000000",
        ),
        (
            128,
            [(26, 2), (26, 2), (10, 2), (32, 2)],
            "7ee228c721ed31e53f65336f63a99dc642af5f8a78bb71977a37453ffc75bbde71d8f5530f97ab3b16764222\
             5df7c65f5de978baf5ae09c94d02ae1471c4bff905a076858796eef542bb72a92766d2255d4ab56930832b80\
             0000000000000000000000000000000000",
        ),
        (
            128,
            [(26, 32), (26, 32), (10, 32), (32, 32)],
            "18e85217e1d355a51a231e8c96ce78442c8a375953bf97e5275c75ff840658f495c7b51b41fb3470949c89ae\
             f47f299220f84a4afd64b1b2847848541779801a2fab9dfdffd8000000000000000000000000000000000000\
             0000000000000000000000000000",
        ),
    ];
    for (nchars, classes, expected) in cases {
        // A count does not depend on the order of the classes.
        for turn in 0..4 {
            let mut classes = classes;
            classes.rotate_left(turn);
            assert_eq!(hexadecimal(&total(&classes, nchars)), expected, "{nchars}, {classes:?}");
        }
    }
}

/// How many characters of each class the string of a rank has.
fn composition(classes: &[(usize, usize); 4], nchars: usize, rank: Wide) -> [usize; 4] {
    let classes = classes.map(class);
    let mut string = Ranked::new(Scratch::from(&rank), nchars);
    let mut others = Table::new();
    let mut counts = [0; 4];
    for i in 0..3 {
        others.count(&classes[i + 1..], nchars).unwrap();
        counts[i] = string.take(classes[i], &others).unwrap();
    }
    counts[3] = string.left;
    counts
}

fn factorial(n: usize) -> usize {
    (1..=n).product()
}

#[test]
fn every_composition_has_as_many_ranks_as_strings() {
    let policies = [
        [(2, 0), (1, 1), (3, 0), (1, 0)],
        [(1, 1), (2, 1), (1, 1), (2, 1)],
        [(3, 2), (0, 0), (2, 1), (1, 0)],
        [(0, 0), (1, 0), (0, 0), (2, 3)],
    ];
    for (classes, nchars) in policies.iter().flat_map(|classes| [(classes, 4), (classes, 5)]) {
        let mut seen = std::collections::BTreeMap::new();
        let strings = total(classes, nchars)[0];
        for rank in 0..strings {
            let mut count = [0; WORDS];
            count[0] = rank;
            *seen.entry(composition(classes, nchars, count)).or_insert(0) += 1;
        }
        for (counts, ranks) in seen {
            assert_eq!(counts.iter().sum::<usize>(), nchars);
            let orders = counts.iter().fold(factorial(nchars), |all, &n| all / factorial(n));
            let pairs = counts.iter().zip(classes);
            let spelled: usize = pairs.clone().map(|(&n, class)| class.0.pow(n as u32)).product();
            assert_eq!(ranks, orders * spelled, "{counts:?} of {classes:?}");
            assert!(pairs.clone().all(|(&n, class)| n >= class.1));
        }
    }
}

#[test]
fn the_first_and_the_last_rank_of_long_strings_are_the_extremes() {
    let classes = [(26, 2), (26, 3), (10, 5), (32, 7)];
    assert_eq!(composition(&classes, 128, [0; WORDS]), [2, 3, 5, 118]);
    let mut last = [0; WORDS];
    set_difference(&mut last, &total(&classes, 128), &one());
    assert_eq!(composition(&classes, 128, last), [113, 3, 5, 7]);
}

#[test]
fn the_ranks_of_long_strings_change_composition_where_the_counts_say() {
    // Strings of 128 with c characters of the first class: C(128, c) 2^c 3^(128 - c).
    let classes = [(2, 0), (3, 0), (0, 0), (0, 0)];
    let mut reached = [0; WORDS];
    let ways = binomials(128, 128);
    for (c, &ways) in ways.iter().enumerate() {
        assert_eq!(composition(&classes, 128, reached), [c, 128 - c, 0, 0]);
        let mut strings = one();
        (0..c).for_each(|_| multiply(&mut strings, 2));
        (c..128).for_each(|_| multiply(&mut strings, 3));
        add_product(&mut reached, &strings, &halves(ways));
        let mut before = [0; WORDS];
        set_difference(&mut before, &reached, &one());
        assert_eq!(composition(&classes, 128, before), [c, 128 - c, 0, 0]);
    }
    assert_eq!(reached, total(&classes, 128));
}

#[test]
fn binomial_coefficients_fit_and_go_both_ways() {
    let mut row = binomials(128, 128);
    assert_eq!(row[64], 23_951_146_041_928_082_866_135_587_776_380_551_750);
    for number in (0..128).rev() {
        previous(&mut row, 128);
        assert_eq!(row, binomials(number, 128));
        assert_eq!(*secret_binomials(number, 128), row);
    }
}

#[test]
fn the_logarithm_of_a_count_is_right_to_a_billionth() {
    for bit in 0..WORDS * 64 {
        let mut count = [0; WORDS];
        count[bit / 64] = 1 << (bit % 64);
        assert!((log2_of(&count) - bit as f64).abs() < 1e-12);
        if bit > 0 {
            // One and a half times as much.
            count[(bit - 1) / 64] |= 1 << ((bit - 1) % 64);
            assert!((log2_of(&count) - bit as f64 - 1.5_f64.log2()).abs() < 1e-12, "{bit}");
        }
    }
    let bits = [
        (12, [(26, 1), (26, 1), (10, 1), (26, 1)], 77.050_177_444_905),
        (16, [(26, 1), (26, 1), (10, 1), (26, 1)], 103.107_016_737_539),
        (128, [(26, 2), (26, 2), (10, 2), (32, 2)], 838.987_359_920_056),
    ];
    for (nchars, classes, expected) in bits {
        assert!((log2_of(&total(&classes, nchars)) - expected).abs() < 1e-9);
    }
}
