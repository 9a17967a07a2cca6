// A file may be dropped as well as chosen, and one that is too large is told before it is sent.
const form = document.getElementById('bring');
const drop = document.getElementById('drop');
const input = document.getElementById('file');
const note = document.getElementById('too-large');

function look() {
	const file = input.files[0];
	const large = Boolean(file) && file.size > Number(form.dataset.most);
	note.textContent = large
		? `The file is larger than ${form.dataset.largest}, the most that is taken here. Bring it in parts, or verify it at the console: tickmark verify FILE.`
		: '';
	note.hidden = !large;
	return !large;
}

input.addEventListener('change', look);
form.addEventListener('submit', (event) => {
	if (!look()) {
		event.preventDefault();
		input.focus();
	}
});
for (const kind of ['dragenter', 'dragover']) {
	drop.addEventListener(kind, (event) => {
		event.preventDefault();
		drop.classList.add('over');
	});
}
drop.addEventListener('dragleave', () => drop.classList.remove('over'));
drop.addEventListener('drop', (event) => {
	event.preventDefault();
	drop.classList.remove('over');
	if (event.dataTransfer.files.length > 0) {
		input.files = event.dataTransfer.files;
		look();
	}
});
