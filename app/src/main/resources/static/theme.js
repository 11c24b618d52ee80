// Runs before the first paint, so that a dark page never flashes white. "auto" follows the system.
(() => {
    const root = document.documentElement;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
        const wanted = root.dataset.theme ?? 'auto';
        root.dataset.bsTheme = wanted === 'auto' ? (dark.matches ? 'dark' : 'light') : wanted;
    };
    apply();
    dark.addEventListener('change', apply);
    globalThis.applyTheme = (wanted) => { root.dataset.theme = wanted; apply(); };
})();
