// Forms: Ctrl/Cmd+Enter saves; what was typed survives errors, timeouts and sign-outs (data-keep);
// @ offers members in comment boxes (data-mentions).
const { composing } = window.kamiau;

document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || composing(event)) return;
    const form = event.target.form ?? event.target.closest?.('form');
    if (!form) return;
    if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        form.requestSubmit(form.querySelector('[data-save]') ?? undefined);
    }
});
/* Safari ends a composition before it sends the Enter that ended it: that Enter must not submit. */
document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && composing(event) && event.target.matches('input')) event.preventDefault();
}, true);

/* data-keep="key": kept per tab until the form is accepted. Passwords and files are never kept. */
const kept = (form) => `keep:${form.dataset.keep}`;
const keepable = (field) => field.name && !['password', 'file', 'hidden', 'submit'].includes(field.type);
const save = (form) => {
    const values = [...form.elements].filter(keepable).map((field) =>
        [field.name, field.type === 'checkbox' || field.type === 'radio' ? `${field.value}:${field.checked}` : field.value]);
    sessionStorage.setItem(kept(form), JSON.stringify(values));
};
const restore = (form) => {
    if (form.dataset.restored) return;
    form.dataset.restored = 'true';
    const values = JSON.parse(sessionStorage.getItem(kept(form)) ?? '[]');
    [...form.elements].filter(keepable).forEach((field) => {
        const mine = values.filter(([name]) => name === field.name).map(([, value]) => value);
        if (mine.length === 0) return;
        if (field.type === 'checkbox' || field.type === 'radio') field.checked = mine.includes(`${field.value}:true`);
        else if (field.value === field.defaultValue || !('defaultValue' in field)) field.value = mine[0];
    });
};
const restoreAll = () => document.querySelectorAll('form[data-keep]').forEach(restore);
restoreAll();
document.addEventListener('htmx:afterSettle', restoreAll);
document.addEventListener('input', (event) => {
    const form = event.target.form;
    if (form?.dataset.keep) save(form);
});
/* Forgotten only when the server has taken it: an accepted post leads to another page or swaps with 2xx. */
document.addEventListener('htmx:afterRequest', (event) => {
    // The form itself may be gone: an answer that replaces it leaves the event to what it stood in.
    const form = event.detail.requestConfig?.elt;
    if (form instanceof HTMLFormElement && form.dataset.keep && event.detail.successful) {
        sessionStorage.removeItem(kept(form));
        if (form.matches('.k-reply')) form.reset();
    }
});
document.querySelectorAll('[data-forget]').forEach((mark) => sessionStorage.removeItem(`keep:${mark.dataset.forget}`));

/* Mentions */
let suggestions = null;
const closeSuggestions = () => { suggestions?.remove(); suggestions = null; };
const asked = (area) => /@([^\s@]{0,20})$/u.exec(area.value.slice(0, area.selectionStart))?.[1];

const insert = (area, option) => {
    const before = area.value.slice(0, area.selectionStart).replace(/@[^\s@]{0,20}$/u, `@${option.dataset.mention} `);
    const after = area.value.slice(area.selectionStart);
    area.value = before + after;
    area.setSelectionRange(before.length, before.length);
    closeSuggestions();
    area.focus();
};

const suggest = async (area) => {
    const words = asked(area);
    if (words === undefined) return closeSuggestions();
    const answer = await fetch(`/members/mentions?q=${encodeURIComponent(words)}`, { headers: { 'HX-Request': 'true' } });
    if (!answer.ok || asked(area) !== words) return;
    closeSuggestions();
    suggestions = document.createElement('ul');
    suggestions.className = 'k-suggest';
    suggestions.setAttribute('role', 'listbox');
    suggestions.innerHTML = await answer.text();
    if (!suggestions.querySelector('[data-mention]')) return closeSuggestions();
    suggestions.firstElementChild.setAttribute('aria-selected', 'true');
    suggestions.addEventListener('mousedown', (event) => {
        const option = event.target.closest('[data-mention]');
        if (option) { event.preventDefault(); insert(area, option); }
    });
    area.parentElement.append(suggestions);
};

document.addEventListener('input', (event) => { if (event.target.matches?.('[data-mentions]')) suggest(event.target); });
document.addEventListener('focusout', (event) => { if (event.target.matches?.('[data-mentions]')) closeSuggestions(); });
document.addEventListener('keydown', (event) => {
    if (!suggestions || composing(event) || event.ctrlKey || event.metaKey) return;
    const all = [...suggestions.querySelectorAll('[data-mention]')];
    const at = all.findIndex((each) => each.getAttribute('aria-selected') === 'true');
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
        all.forEach((each) => each.setAttribute('aria-selected', 'false'));
        all[(at + step + all.length) % all.length].setAttribute('aria-selected', 'true');
    } else if (event.key === 'Enter' || event.key === 'Tab') insert(event.target, all[at]);
    else if (event.key === 'Escape') closeSuggestions();
    else return;
    event.preventDefault();
    event.stopPropagation();
}, true);
