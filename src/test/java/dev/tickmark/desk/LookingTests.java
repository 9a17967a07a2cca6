package dev.tickmark.desk;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tickmark.ledger.desk.Upload;
import dev.tickmark.ledger.desk.UploadState;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Deed;
import dev.tickmark.payee.Column;
import dev.tickmark.verification.Rejection;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.verification.definition.JobDefinition;

import static org.assertj.core.api.Assertions.assertThat;

class LookingTests extends DeskCase {

	private static final String LIST = "Begünstigter,Institut,Hinweis\nErika,scripted,x\nMax,scripted,y\n,scripted,z\n";

	@Test
	void aFileWithOtherColumnsIsVerifiedAsAPersonSaysAndThatIsRememberedForItsHeader() throws Exception {
		Upload upload = take("list.csv", LIST);
		Look.Readable look = look(upload, null);
		assertThat(look.choice().columns()).isEqualTo(Map.of(0, Column.NAME));
		assertThat(look.faults()).singleElement().asString().contains("no column says which account to check");
		Map<Integer, Column> said = Map.of(0, Column.NAME, 1, Column.PROVIDER, 2, Column.CUSTOMER_ID);
		Look.Readable chosen = look(upload, said);
		assertThat(chosen.faults()).isEmpty();
		this.looking.remember(chosen, ANNA);
		this.jdbc.sql("update column_choice set used_at = now() - interval '800 days' where chosen_by = 'anna'")
			.update();
		this.looking.remember(look(upload, said), Actor.web("bert", "192.0.2.2"));
		assertThat(this.acts.page(Acts.LATEST, 1)).as("once, and by whom it was").singleElement().satisfies((act) -> {
			assertThat(act.actor()).isEqualTo(ANNA);
			assertThat(act.deed()).isEqualTo(Deed.to(ActKind.CHOOSE_COLUMNS, "list.csv")
				.saying("upload " + upload.id() + ", columns: 1 name, 2 provider, 3 customer_id"));
		});
		assertThat(this.jdbc
			.sql("select count(*) from column_choice where chosen_by = 'anna' and used_at > now() - interval '1 day'")
			.query(Long.class)
			.single()).as("of its last use depends when it is forgotten").isOne();
		JobDefinition job = this.looking.definition(chosen);
		assertThat(this.looking.forecast(upload, job, null, false)).isInstanceOfSatisfying(Forecast.Made.class,
				(made) -> {
					assertThat(made.plan().rows()).isEqualTo(3);
					assertThat(made.plan().rejections()).singleElement().extracting(Rejection::line).isEqualTo(4L);
					assertThat(made.plan().lanes()).singleElement().satisfies((lane) -> {
						assertThat(lane.calls()).isEqualTo(2);
						assertThat(lane.price()).isEqualByComparingTo("0.20");
					});
				});
		this.desk.start(ANNA, upload.id(), job, null, false);
		awaitState(upload, UploadState.ENDED);
		assertThat(this.jdbc.sql("select definition from run where id = ?")
			.param(run(upload))
			.query(String.class)
			.single()).isEqualTo(job.text());

		Look.Readable next = look(take("next.csv", LIST + "Anna,scripted,q\n"), null);
		assertThat(next.choice().columns()).isEqualTo(said);
		assertThat(next.chosenBy()).isEqualTo("anna");
		assertThat(look(take("other.csv", "Begünstigter,Institut\nA,B\n"), null).chosenBy()).isNull();
	}

	@Test
	void whatIsNoTableIsToldWithTheNameThePersonKnows() throws Exception {
		Upload upload = take("Liste.csv", "PK\u0003\u0004and so on");
		assertThat(this.looking.look(upload, Definitions.own(), null)).isInstanceOfSatisfying(Look.Unreadable.class,
				(look) -> assertThat(look.why()).startsWith("Liste.csv ").doesNotContain("uploads"));
		assertThat(this.looking.forecast(upload, Definitions.own(), null, false)).asString().contains("Liste.csv ");
	}

	@Test
	void aProviderThatIsNotSetUpIsToldBeforeAnythingIsStarted() throws Exception {
		Upload upload = take("a.csv", "name,iban\nErika,DE89370400440532013000\n");
		assertThat(this.looking.forecast(upload, Definitions.own(), null, false))
			.isInstanceOfSatisfying(Forecast.Refused.class, (refused) -> assertThat(refused.why()).contains("paysway"));
	}

	private Look.Readable look(Upload upload, @Nullable Map<Integer, Column> said) {
		return (Look.Readable) this.looking.look(upload, Definitions.own(), said);
	}

}
