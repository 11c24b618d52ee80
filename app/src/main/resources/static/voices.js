// A voice that is saved without a network is kept in this browser and sent when the network is back, once:
// its key tells the server that it is the same one.
const STORE = 'kamiau-voices';
const form = document.querySelector('form[data-voice]');
const box = document.querySelector('[data-voice-kept]');

const kept = () => {
    try {
        return JSON.parse(localStorage.getItem(STORE) ?? '[]');
    } catch {
        return [];
    }
};
const keep = (voices) => localStorage.setItem(STORE, JSON.stringify(voices));

const newKey = () => crypto.randomUUID?.() ?? '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (c) =>
    (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16));

const show = (words) => {
    const waiting = kept();
    box.hidden = waiting.length === 0 && !words;
    box.textContent = words ?? box.dataset.one.replace('{0}', String(waiting.length));
};

/** The address of the saved voice; null when the server refused what was typed; throws without a network. */
const send = async (fields) => {
    const body = new URLSearchParams(fields.filter(([name]) => name !== '_csrf'));
    body.append('_csrf', form.elements._csrf.value);
    const answer = await fetch('/voices', { method: 'POST', body, headers: { 'X-Kept': 'true', 'HX-Request': 'true' } });
    if (answer.status === 204) return answer.headers.get('X-Voice');
    if (answer.status === 422) return null;
    throw new Error(String(answer.status));
};

let flushing = false;
const flush = async () => {
    if (flushing || kept().length === 0) return;
    flushing = true;
    let sent = 0;
    let stuck = 0;
    try {
        for (const voice of kept()) {
            const address = await send(voice);
            if (address === null) {
                stuck += 1;
                continue;
            }
            sent += 1;
            keep(kept().filter((each) => JSON.stringify(each) !== JSON.stringify(voice)));
        }
    } catch {
        // No network yet, or signed out: they stay.
    }
    flushing = false;
    if (sent > 0) window.kamiau.toast(box.dataset.sent.replace('{0}', String(sent)));
    show(stuck > 0 ? box.dataset.stuck.replace('{0}', String(stuck)) : undefined);
};

if (form && box) {
    if (!form.elements.key.value) form.elements.key.value = newKey();
    form.addEventListener('submit', async (event) => {
        event.preventDefault();
        const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
        const button = form.querySelector('[data-save]');
        button.disabled = true;
        try {
            const address = await send(fields);
            if (address) {
                sessionStorage.removeItem('keep:voice-new');
                location.assign(address);
                return;
            }
            // The server draws the form with what is wrong.
            form.submit();
        } catch (trouble) {
            if (navigator.onLine && trouble instanceof Error && /^\d+$/.test(trouble.message)) {
                form.submit();
                return;
            }
            keep([...kept(), fields.filter(([name]) => name !== '_csrf')]);
            sessionStorage.removeItem('keep:voice-new');
            form.reset();
            form.elements.raw.value = '';
            form.elements.key.value = newKey();
            document.getElementById('voice-chips').replaceChildren();
            show();
            window.kamiau.toast(box.dataset.kept);
        }
        button.disabled = false;
    });
    window.addEventListener('online', flush);
    show();
    flush();
}
