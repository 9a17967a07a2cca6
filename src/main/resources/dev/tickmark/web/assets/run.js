// How a run goes on, as the server tells it. Without this the page is as it was when it was loaded.
const live = document.getElementById('live');
if (live && live.dataset.stream) {
	const state = document.getElementById('stream-state');
	const source = new EventSource(live.dataset.stream);
	source.addEventListener('live', (event) => {
		live.innerHTML = event.data;
		state.textContent = 'Kept up to date by itself.';
	});
	source.addEventListener('end', () => {
		source.close();
		window.location.reload();
	});
	source.addEventListener('error', () => {
		state.textContent = source.readyState === EventSource.CLOSED
			? 'This page is not kept up to date any more.'
			: 'The connection broke off; it is tried again. The run is not affected.';
	});
}
