package dev.tickmark;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The rooms and the doors between them. */
@AnalyzeClasses(packages = "dev.tickmark", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTests {

	@ArchTest
	static final ArchRule importsRunOneWay = layeredArchitecture().consideringOnlyDependenciesInLayers()
		.withOptionalLayers(true)
		.layer("face")
		.definedBy("dev.tickmark.console..", "dev.tickmark.web..")
		.layer("night")
		.definedBy("dev.tickmark.night..")
		.layer("release")
		.definedBy("dev.tickmark.release..")
		.layer("notice")
		.definedBy("dev.tickmark.notice..")
		.layer("desk")
		.definedBy("dev.tickmark.desk..")
		.layer("story")
		.definedBy("dev.tickmark.story..")
		.layer("browse")
		.definedBy("dev.tickmark.browse..")
		.layer("jobs")
		.definedBy("dev.tickmark.verification..", "dev.tickmark.reconciliation..")
		.layer("people")
		.definedBy("dev.tickmark.people..")
		.layer("watch")
		.definedBy("dev.tickmark.watch..")
		.layer("intake")
		.definedBy("dev.tickmark.intake..")
		.layer("provider")
		.definedBy("dev.tickmark.provider..")
		.layer("ledger")
		.definedBy("dev.tickmark.ledger..")
		.layer("report")
		.definedBy("dev.tickmark.report..")
		.layer("payee")
		.definedBy("dev.tickmark.payee..")
		.whereLayer("face")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("watch")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("night")
		.mayOnlyBeAccessedByLayers("face")
		.whereLayer("release")
		.mayOnlyBeAccessedByLayers("face")
		.whereLayer("notice")
		.mayOnlyBeAccessedByLayers("face", "night")
		.whereLayer("desk")
		.mayOnlyBeAccessedByLayers("face", "night")
		.whereLayer("browse")
		.mayOnlyBeAccessedByLayers("face")
		.whereLayer("story")
		.mayOnlyBeAccessedByLayers("face", "browse")
		.whereLayer("jobs")
		.mayOnlyBeAccessedByLayers("face", "night", "release", "notice", "desk", "browse", "story", "watch")
		.whereLayer("people")
		.mayOnlyBeAccessedByLayers("face")
		.whereLayer("intake")
		.mayOnlyBeAccessedByLayers("face", "night", "desk", "jobs")
		.whereLayer("provider")
		.mayOnlyBeAccessedByLayers("face", "desk", "jobs", "watch")
		.whereLayer("ledger")
		.mayOnlyBeAccessedByLayers("face", "night", "release", "notice", "desk", "browse", "story", "jobs", "people",
				"watch")
		.whereLayer("report")
		.mayOnlyBeAccessedByLayers("face", "release", "browse", "story", "jobs");

	@ArchTest
	static final ArchRule thePayeeRoomKnowsNoSpringNoSqlNoHttp = noClasses().that()
		.resideInAPackage("dev.tickmark.payee..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "java.net.http..", "tools.jackson..");

	@ArchTest
	static final ArchRule onlyTheLedgerTalksToTheDatabase = noClasses().that()
		.resideOutsideOfPackages("dev.tickmark.ledger..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.jdbc..", "javax.sql..", "org.postgresql..")
		.as("no SQL outside the ledger");

	@ArchTest
	static final ArchRule theSandboxKnowsNoOtherRoom = noClasses().that()
		.resideInAPackage("dev.tickmark.sandbox..")
		.should()
		.dependOnClassesThat(JavaClass.Predicates.resideInAPackage("dev.tickmark..")
			.and(JavaClass.Predicates.resideOutsideOfPackage("dev.tickmark.sandbox..")));

	@ArchTest
	static final ArchRule onlyTheFaceStartsTheSandbox = noClasses().that()
		.resideOutsideOfPackages("dev.tickmark.sandbox..", "dev.tickmark.console..", "dev.tickmark.web..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("dev.tickmark.sandbox..");

	@ArchTest
	static final ArchRule noProviderKnowsAnother = slices().matching("dev.tickmark.provider.(*)..")
		.namingSlices("$1")
		.should()
		.notDependOnEachOther()
		.ignoreDependency(JavaClass.Predicates.resideInAPackage("dev.tickmark.provider.."), JavaClass.Predicates
			.resideInAnyPackage("dev.tickmark.provider.oauth..", "dev.tickmark.provider.signing.."));

	@ArchTest
	static final ArchRule noRoomsWithoutAMeaning = noClasses().should()
		.resideInAnyPackage("..config..", "..util..", "..utils..", "..dto..", "..service..", "..helper..")
		.orShould()
		.haveSimpleNameEndingWith("Impl")
		.orShould()
		.haveSimpleNameEndingWith("Helper")
		.orShould()
		.haveSimpleNameEndingWith("Manager")
		.orShould()
		.haveSimpleNameEndingWith("Utils");

	@ArchTest
	static void everyRoomSaysWhatItIsForAndWhatMayBeNull(JavaClasses all) {
		classes().should(beInANullMarkedPackage()).check(all);
	}

	private static ArchCondition<JavaClass> beInANullMarkedPackage() {
		return new ArchCondition<>("be in a package that is @NullMarked") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
				if (!marked) {
					events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
				}
			}

		};
	}

}
