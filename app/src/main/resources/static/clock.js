// Clock chips and relative times. The server says how many business minutes are left and whether the
// office is open; here they only run while it is, so that no night is ever counted.
const { text, announce } = window.kamiau;
const EVERY_MILLIS = 30_000;
const DAY_MINUTES = 540;
const loadedAt = new WeakMap();

/** "3時間20分", "2営業日" as the page's language says it; minutes are business minutes. */
const duration = (minutes) => {
    if (minutes >= DAY_MINUTES) {
        const days = Math.floor(minutes / DAY_MINUTES);
        const hours = Math.floor((minutes % DAY_MINUTES) / 60);
        return hours > 0 && days < 3 ? text('daysHours', days, hours) : text(days === 1 ? 'day' : 'days', days);
    }
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    if (hours === 0) return text('minutes', rest);
    return rest === 0 ? text('hours', hours) : text('hoursMinutes', hours, rest);
};

/** Minutes of open office since the chip was drawn. */
const openMinutes = (chip) => {
    const passed = Math.floor((Date.now() - loadedAt.get(chip)) / 60_000);
    const opensIn = Number(chip.dataset.opensIn ?? (chip.dataset.open === 'true' ? 0 : Infinity));
    const closesIn = Number(chip.dataset.closesIn ?? Infinity);
    return Math.max(0, Math.min(passed, closesIn) - opensIn);
};

const tick = (chip) => {
    if (!loadedAt.has(chip)) loadedAt.set(chip, Date.now());
    const ran = openMinutes(chip);
    if (ran === 0) return;
    const left = Number(chip.dataset.left) - ran;
    const limit = Number(chip.dataset.limit);
    const words = chip.querySelector('[data-clock-text]');
    if (words) words.textContent = left > 0 ? text('left', duration(left)) : text('over', duration(-left));
    const level = left <= 0 ? 'red' : limit && left <= limit * 0.2 ? 'amber' : '';
    if (level && chip.dataset.level !== level) {
        chip.dataset.level = level;
        announce(chip.textContent.trim().replace(/\s+/g, ' '));
    }
    if (limit) chip.style.setProperty('--used', `${Math.min(100, Math.round((1 - left / limit) * 100))}%`);
};

const started = Date.now();

/** <time data-ago datetime="…">: "3時間前", counted on the application's clock (meta name="now"). */
const ago = (element) => {
    const now = Date.parse(document.querySelector('meta[name="now"]')?.content) + (Date.now() - started);
    const seconds = (Date.parse(element.dateTime) - now) / 1000;
    if (Number.isNaN(seconds)) return;
    const units = [['day', 86_400], ['hour', 3_600], ['minute', 60]];
    const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['minute', 60];
    if (unit === 'day' && Math.abs(seconds) >= 7 * 86_400) return;
    const format = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto' });
    const words = Math.abs(seconds) < 60 ? text('justNow') : format.format(Math.trunc(seconds / size), unit);
    // Intl writes "12 分前"; the server, like people, "12分前".
    element.textContent = document.documentElement.lang === 'ja' ? words.replace(/\s/g, '') : words;
};

const refresh = () => {
    document.querySelectorAll('.k-clock[data-left]').forEach(tick);
    document.querySelectorAll('time[data-ago]').forEach(ago);
};
refresh();
setInterval(refresh, EVERY_MILLIS);
document.addEventListener('htmx:afterSettle', refresh);
