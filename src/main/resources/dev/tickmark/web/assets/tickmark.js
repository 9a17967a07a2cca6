// Forms that htmx sends carry the token that other forms have as a field. What goes wrong is wanted as a page, too.
document.addEventListener('htmx:configRequest', (event) => {
	event.detail.headers.Accept = 'text/html, */*;q=0.1';
	const token = document.querySelector('meta[name="csrf"]');
	if (token) {
		event.detail.headers[token.dataset.header] = token.content;
	}
});

// A session that has ended answers with the sign-in page: it is shown whole, not within the page.
// What did come says so of what failed before.
document.addEventListener('htmx:beforeSwap', (event) => {
	const { xhr, target, isError } = event.detail;
	if (xhr.responseURL && new URL(xhr.responseURL).pathname === '/sign-in') {
		event.detail.shouldSwap = false;
		window.location.reload();
	}
	else if (!isError) {
		forgive(target);
	}
});

// What could not be had is said where it was to be, and what stays there is marked as of before.
for (const kind of ['htmx:responseError', 'htmx:sendError', 'htmx:timeout']) {
	document.addEventListener(kind, (event) => {
		const { xhr, target, requestConfig } = event.detail;
		const why = `${failure(kind, xhr)} ${target.dataset.failed || 'What is shown here is as it was before.'}`;
		let said = target.previousElementSibling;
		// what asks by itself again and again says so once
		if (!said || !said.classList.contains('failed') || said.firstChild.textContent !== why) {
			const pressed = forgive(target);
			said = complaint(why);
			target.before(said);
			said.scrollIntoView({ block: 'nearest' });
			if (pressed) {
				said.lastChild.focus();
			}
		}
		target.classList.add('stale');
		said.lastChild.onclick = () => {
			htmx.ajax(requestConfig.verb, requestConfig.path, { source: requestConfig.elt, target }).catch(() => {});
		};
	});
}

function complaint(why) {
	const said = document.createElement('div');
	said.className = 'note bad failed';
	said.setAttribute('role', 'alert');
	const text = document.createElement('p');
	text.textContent = why;
	const again = document.createElement('button');
	again.type = 'button';
	again.textContent = 'Try again';
	said.append(text, again);
	return said;
}

function failure(kind, xhr) {
	if (kind === 'htmx:sendError') {
		return 'The server does not answer: it may be starting anew, or the network is gone.';
	}
	if (kind === 'htmx:timeout') {
		return 'The server has not answered in time.';
	}
	const told = new DOMParser().parseFromString(xhr.responseText, 'text/html').querySelector('main [role="alert"]');
	return told ? told.textContent.trim() : `The server did not do it (HTTP ${xhr.status}).`;
}

// Takes back what was said of a failure; tells whether the focus was on it.
function forgive(target) {
	const said = target.previousElementSibling;
	target.classList.remove('stale');
	if (!said || !said.classList.contains('failed')) {
		return false;
	}
	const pressed = said.contains(document.activeElement);
	said.remove();
	if (pressed) {
		document.getElementById('main').focus({ preventScroll: true });
	}
	return pressed;
}

// What cannot be undone asks once more.
document.addEventListener('submit', (event) => {
	const question = event.target.dataset.confirm;
	if (question && !window.confirm(question)) {
		event.preventDefault();
	}
});
