// Ctrl/Cmd+K: one box over pages, accounts, persons and leads. /palette?q= answers with links
// (role="option"); this module only moves among them.
const { composing, typing } = window.kamiau;
const dialog = document.getElementById('palette');
const input = dialog?.querySelector('input');
const list = dialog?.querySelector('.k-palette-list');
let asked = 0;

const options = () => [...list.querySelectorAll('[role="option"]')];
const current = () => list.querySelector('[aria-selected="true"]');

const select = (option) => {
    options().forEach((each) => each.setAttribute('aria-selected', String(each === option)));
    if (!option) return input.removeAttribute('aria-activedescendant');
    option.id ||= `option-${options().indexOf(option)}`;
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
};

const ask = async () => {
    const turn = ++asked;
    const answer = await fetch(`/palette?q=${encodeURIComponent(input.value)}`, { headers: { 'HX-Request': 'true' } });
    if (turn !== asked || !answer.ok) return;
    list.innerHTML = await answer.text();
    options().forEach((option, index) => { option.id = `option-${index}`; });
    select(options()[0]);
};

const open = () => {
    if (!dialog || dialog.open) return;
    dialog.showModal();
    input.value = '';
    ask();
};

const key = (event) => {
    if (composing(event)) return;
    const all = options();
    const at = all.indexOf(current());
    if (event.key === 'ArrowDown') select(all[(at + 1) % all.length]);
    else if (event.key === 'ArrowUp') select(all[(at - 1 + all.length) % all.length]);
    else if (event.key === 'Enter') current()?.click();
    else return;
    event.preventDefault();
};

let timer = 0;
input?.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
});
input?.addEventListener('keydown', key);
document.addEventListener('click', (event) => { if (event.target.closest('[data-palette]')) open(); });
document.addEventListener('keydown', (event) => {
    if (composing(event)) return;
    const shortcut = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'k';
    const slash = event.key === '/' && !typing(event.target);
    if (!shortcut && !slash) return;
    event.preventDefault();
    open();
});
