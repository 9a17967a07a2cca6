// How a run goes on, as the server tells it. Without this the page is as it was when it was loaded.
const live = document.getElementById('live');
if (live && live.dataset.stream) {
	const state = document.getElementById('stream-state');
	const source = new EventSource(live.dataset.stream);
	source.addEventListener('live', (event) => {
		renew(live, event.data);
		say(state, 'Kept up to date by itself.');
	});
	// The server ends it now and then, to look again whether this browser may have it.
	let orderly = false;
	source.addEventListener('again', () => {
		orderly = true;
	});
	source.addEventListener('end', () => {
		source.close();
		window.location.reload();
	});
	source.addEventListener('error', () => {
		if (orderly && source.readyState !== EventSource.CLOSED) {
			orderly = false;
			return;
		}
		say(state, source.readyState === EventSource.CLOSED
			? 'This page is not kept up to date any more.'
			: 'The connection broke off; it is tried again. The run is not affected.');
	});
}

// Says it once: what is said again would be read out again.
function say(where, text) {
	if (where.textContent !== text) {
		where.textContent = text;
	}
}

// Changes what is another than before, and nothing else: the focus, and how far a table is scrolled, stay.
function renew(where, html) {
	const fresh = document.createElement('template');
	fresh.innerHTML = html;
	become(where, fresh.content);
}

function become(old, fresh) {
	let at = old.firstChild;
	for (const next of [...fresh.childNodes]) {
		const same = counterpart(at, next);
		if (same) {
			removeUntil(at, same);
			at = same.nextSibling;
			refresh(same, next);
		}
		else {
			old.insertBefore(next, at);
		}
	}
	removeUntil(at, null);
}

// What a node was before: an element further on, if it is of the same kind; a text right here.
function counterpart(at, next) {
	if (next.nodeType !== Node.ELEMENT_NODE) {
		return at && at.nodeType === next.nodeType ? at : null;
	}
	let one = at;
	while (one && !(one.nodeName === next.nodeName && one.className === next.className)) {
		one = one.nextSibling;
	}
	return one;
}

function removeUntil(at, end) {
	while (at !== end) {
		const gone = at;
		at = at.nextSibling;
		gone.remove();
	}
}

function refresh(node, next) {
	if (node.nodeType !== Node.ELEMENT_NODE) {
		say(node, next.textContent);
		return;
	}
	for (const { name } of [...node.attributes]) {
		if (!next.hasAttribute(name)) {
			node.removeAttribute(name);
		}
	}
	for (const { name, value } of next.attributes) {
		if (node.getAttribute(name) !== value) {
			node.setAttribute(name, value);
		}
	}
	become(node, next);
}
