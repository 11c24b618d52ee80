// A file that is too large to be sent is told so before it is sent: the browser would only say "connection lost".
document.addEventListener('change', (event) => {
    const field = event.target;
    if (!field.matches?.('input[type="file"][data-largest]')) return;
    const large = [...field.files].some((file) => file.size > Number(field.dataset.largest));
    const form = field.form;
    form.querySelector('[data-too-large]').hidden = !large;
    form.querySelector('[data-save]').disabled = large;
});
