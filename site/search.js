// A search through INDEX, which index.js holds: rows of [title, kind, address, page, text]. It works from
// disk, where a page may read no other file.
'use strict';

const query = document.getElementById('query');
const found = document.getElementById('found');
const MOST = 12;
let chosen = -1;

// How well a row answers all words: 0 if it lacks one. Names before titles before text.
function score([title, kind, , page, text], words) {
    const name = title.toLowerCase();
    const rest = `${page} ${text}`.toLowerCase();
    let sum = { function: 3, constant: 2, page: 2, section: 1 }[kind];
    for (const word of words) {
        const at = name.indexOf(word);
        if (at >= 0) {
            const starts = at === 0 || /[\W_]/.test(name[at - 1]);
            const ends = !/[a-z0-9]/.test(name[at + word.length] || ' ');
            sum += 20 + (starts ? 20 : 0) + (ends ? 20 : 0) - name.length / 8;
        } else if (rest.includes(word)) {
            sum += 5;
        } else {
            return 0;
        }
    }
    return sum;
}

function answers(text) {
    const words = text.toLowerCase().replace(/\(\)?/g, ' ').split(/\s+/).filter(Boolean);
    if (words.length === 0) {
        return [];
    }
    const rows = INDEX.map((row) => [score(row, words), row]).filter(([points]) => points > 0);
    return rows.sort((a, b) => b[0] - a[0]).slice(0, MOST).map(([, row]) => row);
}

function element(name, text, kind) {
    const made = document.createElement(name);
    made.textContent = text;
    made.className = kind || '';
    return made;
}

function show() {
    const rows = answers(query.value);
    chosen = -1;
    found.replaceChildren(...rows.map(([title, kind, address, page, text], i) => {
        const link = element('a', '', kind);
        link.href = address;
        link.append(element(kind === 'section' ? 'b' : 'code', title), element('i', kind === 'page' ? '' : page),
            element('span', text.slice(0, 140)));
        const item = element('li', '');
        item.setAttribute('role', 'option');
        item.id = `found-${i}`;
        item.append(link);
        return item;
    }));
    if (rows.length === 0 && query.value.trim() !== '') {
        found.append(element('li', 'Nothing has these words', 'nothing'));
    }
    found.hidden = found.children.length === 0;
    query.setAttribute('aria-expanded', String(!found.hidden));
}

function choose(step) {
    const links = found.querySelectorAll('a');
    if (links.length === 0) {
        return;
    }
    chosen = (chosen + step + links.length) % links.length;
    links.forEach((link, i) => link.parentNode.setAttribute('aria-selected', String(i === chosen)));
    query.setAttribute('aria-activedescendant', `found-${chosen}`);
    links[chosen].scrollIntoView({ block: 'nearest' });
}

function close() {
    found.hidden = true;
    query.setAttribute('aria-expanded', 'false');
}

query.addEventListener('input', show);
query.addEventListener('focus', show);
query.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        choose(event.key === 'ArrowDown' ? 1 : chosen < 0 ? 0 : -1);
    } else if (event.key === 'Escape') {
        close();
        query.blur();
    }
});
document.getElementById('search').addEventListener('submit', (event) => {
    event.preventDefault();
    const link = found.querySelectorAll('a')[Math.max(chosen, 0)];
    if (link) {
        close();
        location.href = link.href;
    }
});
document.addEventListener('click', (event) => {
    if (!event.target.closest('#search') || event.target.closest('#found a')) {
        close();
    }
});
document.addEventListener('keydown', (event) => {
    if (event.key === '/' && !/^(INPUT|TEXTAREA)$/.test(event.target.tagName)) {
        event.preventDefault();
        query.focus();
    }
});

// On a screen with room for it the menu stands beside the text.
const wide = matchMedia('(min-width: 60rem)');
const menu = document.querySelector('.menu');
const fit = () => { menu.open = wide.matches; };
wide.addEventListener('change', fit);
fit();
const current = menu.querySelector('[aria-current]');
if (current) {
    menu.scrollTop = current.offsetTop - menu.clientHeight / 2;
}
