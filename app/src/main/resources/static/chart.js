// Charts leave the page as a picture for a slide (PNG) and as their table (CSV for Japanese Excel: UTF-8 with BOM).
const named = (chart, ending) =>
    `${chart.querySelector('.k-card-title').textContent.trim().replace(/[\\/:*?"<>|\s]+/g, '-').slice(0, 80)}.${ending}`;

const give = (name, blob) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};

/* A cell that begins like a formula and is no number would be run by a spreadsheet. */
const cell = (text) => {
    const plain = text.replace(/\s+/g, ' ').replaceAll('−', '-').trim();
    const safe = /^[=+\-@]/.test(plain) && !/^[+\-−]?[\d.,]+\s*%?$/.test(plain) ? `'${plain}` : plain;
    return `"${safe.replaceAll('"', '""')}"`;
};
const csv = (table) => '\ufeff' + [...table.rows]
    .map((row) => [...row.cells].flatMap((one) => [cell(one.textContent), ...Array(one.colSpan - 1).fill('""')]).join(','))
    .join('\r\n') + '\r\n';

/* Drawn from a copy that carries its own styles: the picture stands alone, without the page's style sheets. */
const styled = (from, to) => {
    const style = getComputedStyle(from);
    to.setAttribute('style', [...style].map((name) => `${name}:${style.getPropertyValue(name)}`).join(';'));
    [...from.children].forEach((child, at) => styled(child, to.children[at]));
    return to;
};
const png = async (chart) => {
    const { width, height } = chart.getBoundingClientRect();
    const copy = styled(chart, chart.cloneNode(true));
    copy.querySelectorAll('.k-chart-save, .k-chart-table').forEach((one) => one.remove());
    const hidden = chart.querySelector('.k-chart-table')?.getBoundingClientRect().height ?? 0;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height - hidden}">`
        + `<foreignObject width="100%" height="100%">${new XMLSerializer().serializeToString(copy)}</foreignObject></svg>`;
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: width * 2, height: (height - hidden) * 2 });
    const context = canvas.getContext('2d');
    context.scale(2, 2);
    context.drawImage(image, 0, 0);
    return new Promise((drawn) => canvas.toBlob(drawn, 'image/png'));
};

document.addEventListener('click', async (event) => {
    const button = event.target.closest?.('.k-chart-save [data-as]');
    if (!button) return;
    const chart = button.closest('.k-chart');
    if (button.dataset.as === 'csv') give(named(chart, 'csv'), new Blob([csv(chart.querySelector('.k-chart-table table'))], { type: 'text/csv' }));
    else give(named(chart, 'png'), await png(chart));
});
