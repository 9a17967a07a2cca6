// What is wrong with the deadline comes with the forecast; its field says that it is.
document.addEventListener('htmx:afterSettle', () => {
	const field = document.getElementById('deadline');
	const problem = document.getElementById('deadline-problem');
	if (field && problem) {
		field.setAttribute('aria-invalid', String(problem.textContent !== ''));
	}
});
