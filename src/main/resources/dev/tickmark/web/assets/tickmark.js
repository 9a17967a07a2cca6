// Forms that htmx sends carry the token that other forms have as a field.
document.addEventListener('htmx:configRequest', (event) => {
	const token = document.querySelector('meta[name="csrf"]');
	if (token) {
		event.detail.headers[token.dataset.header] = token.content;
	}
});

// A session that has ended answers with the sign-in page: it is shown whole, not within the page.
document.addEventListener('htmx:beforeSwap', (event) => {
	if (event.detail.xhr.responseURL.includes('/sign-in')) {
		event.detail.shouldSwap = false;
		window.location.reload();
	}
});

// What cannot be undone asks once more.
document.addEventListener('submit', (event) => {
	const question = event.target.dataset.confirm;
	if (question && !window.confirm(question)) {
		event.preventDefault();
	}
});
