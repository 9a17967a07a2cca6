package dev.tickmark.provider.bank131;

import java.util.regex.Pattern;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.constraints.ru.INN;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/** The INN of a person: 12 digits, the last two of them check digits. */
final class TaxNumber {

	// The plain interpolator: no message is shown, and no expression language is there
	private static final Validator VALIDATOR = Validation.byProvider(HibernateValidator.class)
		.configure()
		.messageInterpolator(new ParameterMessageInterpolator())
		.buildValidatorFactory()
		.getValidator();

	private static final Pattern FORM = Pattern.compile("[0-9]{12}");

	@INN(type = INN.Type.INDIVIDUAL)
	private @Nullable String inn;

	private TaxNumber() {
	}

	/** What is wrong with a number; null when it can be one. */
	static @Nullable String flaw(String number) {
		if (!FORM.matcher(number).matches()) {
			return "Bank 131 needs the INN of a person, 12 digits without spaces; an organisation's has 10";
		}
		boolean placeholder = number.chars().allMatch((digit) -> digit == '0');
		return (!placeholder && VALIDATOR.validateValue(TaxNumber.class, "inn", number).isEmpty()) ? null
				: "The check digits of this INN are wrong; Bank 131 needs the 12 digits as they stand on the certificate";
	}

}
