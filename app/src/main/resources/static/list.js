// Lists by keyboard: J and K move, Enter opens, X selects, A and R press the row's [data-key="a"|"r"].
// A list is any element with data-list; its rows carry data-item. Also: bulk selection and column choice.
const { composing, typing, announce, text } = window.kamiau;

const rows = () => [...document.querySelectorAll('[data-list] [data-item]')].filter((row) => row.offsetParent);
const current = () => document.querySelector('[data-item].is-current');

const go = (row) => {
    if (!row) return;
    current()?.classList.remove('is-current');
    row.classList.add('is-current');
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
};

const press = (row, key) => {
    const target = row?.querySelector(`[data-key="${key}"]`);
    target?.click();
    return Boolean(target);
};

document.addEventListener('keydown', (event) => {
    if (composing(event) || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (document.querySelector('dialog[open]')) return;
    const all = rows();
    const at = all.indexOf(current());
    const key = event.key.toLowerCase();
    if (all.length === 0) {
        // A record's own page: A and R answer it.
        if ((key === 'a' || key === 'r') && press(document.querySelector('main'), key)) event.preventDefault();
        return;
    }
    if (key === 'j') go(all[Math.min(at + 1, all.length - 1)]);
    else if (key === 'k') go(all[Math.max(at - 1, 0)]);
    else if (key === 'enter' && event.target.matches('[data-item]')) {
        if (!press(event.target, 'enter')) event.target.querySelector('a[href]')?.click();
    } else if (key === 'x') current()?.querySelector('input[type="checkbox"]')?.click();
    else if (!(key === 'a' || key === 'r') || !press(at < 0 ? all[0] : current(), key)) return;
    event.preventDefault();
});

/* Acting on the current row removes it: the next one takes its place. */
document.addEventListener('htmx:beforeSwap', (event) => {
    const row = event.detail.target?.closest?.('[data-item].is-current');
    if (!row) return;
    const all = rows();
    const at = all.indexOf(row);
    document.addEventListener('htmx:afterSettle', () => {
        if (!current()) go(rows()[Math.min(at, rows().length - 1)]);
    }, { once: true });
});

/* Bulk selection: [data-select] boxes, [data-select-all], the bar says how many. */
const boxes = () => [...document.querySelectorAll('input[data-select]')];
const showSelection = () => {
    const chosen = boxes().filter((box) => box.checked);
    boxes().forEach((box) => box.closest('[data-item]')?.setAttribute('aria-selected', String(box.checked)));
    const all = document.querySelector('input[data-select-all]');
    if (all) {
        all.checked = chosen.length > 0 && chosen.length === boxes().length;
        all.indeterminate = chosen.length > 0 && !all.checked;
    }
    const bar = document.querySelector('.k-bulk');
    if (!bar) return;
    bar.classList.toggle('is-on', chosen.length > 0);
    bar.querySelector('[data-selected]').textContent = text('selected', chosen.length);
};
let lastBox = null;
document.addEventListener('click', (event) => {
    const box = event.target.closest?.('input[data-select]');
    if (!box) return;
    const all = boxes();
    if (event.shiftKey && lastBox) {
        const [from, to] = [all.indexOf(lastBox), all.indexOf(box)].sort((a, b) => a - b);
        all.slice(from, to + 1).forEach((each) => { each.checked = box.checked; });
    }
    lastBox = box;
    showSelection();
});
document.addEventListener('change', (event) => {
    if (!event.target.matches?.('input[data-select-all]')) return;
    boxes().forEach((box) => { box.checked = event.target.checked; });
    showSelection();
    announce(document.querySelector('.k-bulk [data-selected]')?.textContent ?? '');
});
document.addEventListener('click', (event) => {
    if (!event.target.closest?.('[data-select-none]')) return;
    boxes().forEach((box) => { box.checked = false; });
    showSelection();
});

/* Timeline chips: <button class="k-chip" data-show="mail"> shows only data-kind="mail"; empty shows all. */
document.addEventListener('click', (event) => {
    const chip = event.target.closest('[data-show]');
    if (!chip) return;
    const group = chip.closest('[data-filtered]') ?? document;
    group.querySelectorAll('[data-show]').forEach((each) => each.setAttribute('aria-pressed', String(each === chip)));
    group.querySelectorAll('[data-kind]').forEach((entry) => {
        entry.hidden = chip.dataset.show !== '' && entry.dataset.kind !== chip.dataset.show;
    });
});
