package dev.tickmark.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.AccountTypeMatch;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Verdict;

/**
 * Findings as the columns of a verification have them; for the rooms within this one.
 */
public final class Findings {

	private Findings() {
	}

	public static @Nullable Finding read(ResultSet results) throws SQLException {
		String verdict = results.getString("verdict");
		if (verdict == null) {
			return null;
		}
		return new Finding(Verdict.valueOf(verdict), AccountState.valueOf(results.getString("account_state")),
				NameMatch.valueOf(results.getString("name_match")),
				AccountTypeMatch.valueOf(results.getString("account_type_match")),
				Basis.valueOf(results.getString("basis")), results.getString("reason"),
				results.getString("reason_code"), results.getString("suggested_name"),
				results.getString("provider_reference"));
	}

}
