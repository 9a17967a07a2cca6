package dev.tickmark.report;

/**
 * What a payee file has more than once.
 *
 * @param samePayeeRows how many rows have a payee that another row has, too
 * @param sameReferenceRows how many rows have a reference that stands for another payee
 * in another row
 */
public record Duplicates(long samePayeeRows, long sameReferenceRows) {

	public static final Duplicates NONE = new Duplicates(0, 0);

	/** Whether there are any. */
	public boolean any() {
		return this.samePayeeRows > 0 || this.sameReferenceRows > 0;
	}

}
