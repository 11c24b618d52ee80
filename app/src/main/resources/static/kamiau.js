// What every page needs: texts, announcements, toasts, menus, dialogs, copying, the drawer of the phone.
// The other modules (clock, palette, list, form) use window.kamiau and nothing else.

/** Japanese input: Enter, Esc and Tab belong to the input method while it is composing. */
const composing = (event) => event.isComposing || event.keyCode === 229;

/** A text of the page's language, from the data attributes of #texts; {0}, {1} are replaced. */
const text = (key, ...values) =>
    (document.getElementById('texts')?.dataset[key] ?? '').replace(/\{(\d)\}/g, (_, n) => values[n] ?? '');

/** True when a letter typed now would be lost in a field. */
const typing = (target) =>
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

const announce = (words) => {
    const live = document.getElementById('live');
    if (!live) return;
    live.textContent = '';
    requestAnimationFrame(() => { live.textContent = words; });
};

const TOAST_MILLIS = 10_000;

/** Shows a toast for 10 s; keyboard focus or the mouse on it holds it. */
const watchToast = (toast) => {
    let timer = 0;
    const leave = () => toast.remove();
    const start = () => { timer = setTimeout(leave, Number(toast.dataset.millis ?? TOAST_MILLIS)); };
    const hold = () => clearTimeout(timer);
    toast.addEventListener('mouseenter', hold);
    toast.addEventListener('focusin', hold);
    toast.addEventListener('mouseleave', start);
    toast.addEventListener('focusout', start);
    toast.querySelector('[data-dismiss]')?.addEventListener('click', leave);
    toast.querySelector('form')?.addEventListener('submit', () => setTimeout(leave));
    start();
};

const toast = (words) => {
    const box = document.createElement('div');
    box.className = 'k-toast';
    const line = document.createElement('p');
    line.textContent = words;
    box.append(line);
    document.querySelector('.k-toasts')?.append(box);
    watchToast(box);
    announce(words);
};

window.kamiau = { composing, text, typing, announce, toast };

/** A table wider or longer than its frame must scroll by keyboard too. */
const reachable = (frame) => {
    if (frame.scrollHeight <= frame.clientHeight && frame.scrollWidth <= frame.clientWidth) return;
    frame.tabIndex = 0;
    frame.setAttribute('role', 'region');
    frame.setAttribute('aria-label', document.querySelector('h1')?.textContent.trim() ?? document.title);
};

/* Every piece of page that arrives, at load or by htmx, goes through here once. */
const arrived = (root) => {
    root.querySelectorAll('.k-toast:not([data-watched])').forEach((box) => {
        box.dataset.watched = 'true';
        watchToast(box);
    });
    root.querySelectorAll('.k-tablewrap:not([tabindex])').forEach(reachable);
};
arrived(document);
document.addEventListener('htmx:afterSettle', () => arrived(document));

/* Menus (details): one at a time, closed by Esc and by a click elsewhere. */
const closeMenus = (except) => document.querySelectorAll('details.k-menu[open]').forEach((menu) => {
    if (menu !== except) menu.open = false;
});
document.addEventListener('click', (event) => closeMenus(event.target.closest('details.k-menu')));
document.addEventListener('keydown', (event) => {
    if (composing(event)) return;
    const menu = event.target.closest?.('details.k-menu[open]');
    if (!menu) return;
    if (event.key === 'Escape') {
        menu.open = false;
        menu.querySelector('summary').focus();
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        const items = [...menu.querySelectorAll('.k-menu-body :is(a, button, input)')];
        const step = event.key === 'ArrowDown' ? 1 : -1;
        const next = items[(items.indexOf(document.activeElement) + step + items.length) % items.length];
        next?.focus();
        event.preventDefault();
    }
});

/* Dialogs: <button data-dialog="id">, closed by [data-close] or Esc (the browser's own). */
document.addEventListener('click', (event) => {
    const opener = event.target.closest('[data-dialog]');
    if (opener) {
        event.preventDefault();
        document.getElementById(opener.dataset.dialog)?.showModal();
    }
    if (event.target.closest('dialog [data-close]')) event.target.closest('dialog').close();
    if (event.target instanceof HTMLDialogElement && event.target.matches('.k-dialog')) {
        const edge = event.target.getBoundingClientRect();
        const inside = event.clientX >= edge.left && event.clientX <= edge.right
            && event.clientY >= edge.top && event.clientY <= edge.bottom;
        if (!inside) event.target.close();
    }
});

document.addEventListener('keydown', (event) => {
    if (event.key !== '?' || composing(event) || typing(event.target) || document.querySelector('dialog[open]')) return;
    document.getElementById('keys')?.showModal();
});

/* <form data-confirm="question"> asks in a dialog, for what cannot be undone. */
const askFirst = (question, yes) => {
    const dialog = document.getElementById('confirm');
    if (!dialog) return yes();
    dialog.querySelector('[data-question]').textContent = question;
    dialog.returnValue = '';
    dialog.showModal();
    dialog.addEventListener('close', () => { if (dialog.returnValue === 'yes') yes(); }, { once: true });
};
document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.dataset.confirm || form.dataset.confirmed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    askFirst(form.dataset.confirm, () => {
        form.dataset.confirmed = 'true';
        form.requestSubmit(event.submitter);
        delete form.dataset.confirmed;
    });
}, true);
document.addEventListener('htmx:confirm', (event) => {
    if (!event.detail.question) return;
    event.preventDefault();
    askFirst(event.detail.question, () => event.detail.issueRequest(true));
});

/* <button data-copy="text"> */
document.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-copy]');
    if (!button) return;
    event.preventDefault();
    await navigator.clipboard.writeText(button.dataset.copy);
    toast(text('copied'));
});

/* Theme: painted at once, kept by the form's ordinary post. */
document.addEventListener('click', (event) => {
    const choice = event.target.closest('[data-theme-choice]');
    if (!choice) return;
    globalThis.applyTheme?.(choice.dataset.themeChoice);
    document.querySelectorAll('[data-theme-choice]').forEach((each) =>
        each.setAttribute('aria-pressed', String(each === choice)));
});

/* The navigation is a drawer on the phone. */
const drawer = (open) => {
    document.body.classList.toggle('k-nav-open', open);
    document.querySelectorAll('[data-nav-open]').forEach((b) => b.setAttribute('aria-expanded', String(open)));
    if (open) document.querySelector('.k-nav a, .k-nav button')?.focus();
};
document.addEventListener('click', (event) => {
    if (event.target.closest('[data-nav-open]')) drawer(true);
    if (event.target.closest('[data-nav-close]')) drawer(false);
});
document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !composing(event) && document.body.classList.contains('k-nav-open')) drawer(false);
});

/* An answer that htmx would drop: 4xx with a drawn form is shown, anything else is said. */
document.addEventListener('htmx:beforeSwap', (event) => {
    const status = event.detail.xhr.status;
    if (status === 422 || status === 409) {
        event.detail.shouldSwap = true;
        event.detail.isError = false;
    }
});
document.addEventListener('htmx:responseError', (event) => toast(text(event.detail.xhr.status === 403 ? 'forbidden' : 'failed')));
document.addEventListener('htmx:sendError', () => toast(text('offline')));
