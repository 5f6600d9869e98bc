use super::*;
use crate::entropy::script::{Script, Stuck};

#[test]
fn every_value_below_a_bound_has_equally_many_words() {
    for size in 1..=256_u32 {
        let mut seen = vec![0_u32; size as usize];
        let bound = Bound::new(size as u16);
        for (value, accepted) in (0..=u16::MAX).map(|word| bound.value(word)) {
            seen[value as usize] += u32::from(accepted);
        }
        assert!(seen.iter().all(|&times| times == 65536 / size), "bound {size}");
    }
}

#[test]
fn the_threshold_is_what_divides_the_words_evenly() {
    for bound in 1..=u16::MAX {
        assert_eq!(u32::from(bound.threshold()), 65536 % u32::from(bound));
    }
    assert_eq!(((1_u64 << 63) + 1).threshold(), (1 << 63) - 1);
    assert_eq!(0_u8.threshold(), 0);
}

#[test]
fn a_supply_draws_as_many_as_are_expected() {
    let script = [7; 64];
    let mut source = Script::new(&script);
    let mut block = [0; 16];
    let mut words = Words::<u16, _>::new(&mut source, &mut block);
    for left in (1..=5).rev() {
        assert_eq!(words.accepted(Bound::new(1), left.min(3)), Ok(0x0707));
    }
    assert_eq!((source.calls(), source.left()), (2, 54));
}

#[test]
fn a_source_that_is_always_rejected_is_given_up() {
    assert_eq!(below::<u8>(&mut Stuck(0), 129), Err(Error::EntropyBroken));
    let mut stuck = Stuck(0);
    let mut block = [0; 16];
    let mut words = Words::<u8, _>::new(&mut stuck, &mut block);
    assert_eq!(words.accepted(Bound::new(129), 1), Err(Error::EntropyBroken));
}

#[test]
fn the_128th_draw_may_still_be_accepted() {
    let mut script = [0; 128];
    script[127] = 255;
    assert_eq!(below::<u8>(&mut Script::new(&script), 129), Ok(128));
}
