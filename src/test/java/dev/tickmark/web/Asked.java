package dev.tickmark.web;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Something to ask, with a field for each that the method cannot do without. */
public record Asked(RequestMethod verb, String path, Map<String, String> fields, boolean withFile) {

	/** All that the application itself says can be asked, and some more. */
	public static List<Asked> all(RequestMappingHandlerMapping mappings, Predicate<String> paths, Asked... more) {
		Stream<Asked> found = mappings.getHandlerMethods()
			.entrySet()
			.stream()
			.flatMap((mapping) -> paths(mapping.getKey()).stream()
				.filter(paths)
				.flatMap((path) -> methods(mapping.getKey()).stream()
					.map((verb) -> of(verb, path, mapping.getValue()))));
		return Stream.concat(found, Stream.of(more))
			.distinct()
			.sorted(Comparator.comparing(Asked::path).thenComparing((asked) -> asked.verb().name()))
			.toList();
	}

	/** Without fields. */
	static Asked of(RequestMethod verb, String path) {
		return new Asked(verb, path, Map.of(), false);
	}

	private static Asked of(RequestMethod verb, String path, HandlerMethod method) {
		Map<String, String> fields = new LinkedHashMap<>();
		boolean withFile = false;
		for (MethodParameter parameter : method.getMethodParameters()) {
			parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
			RequestParam field = parameter.getParameterAnnotation(RequestParam.class);
			if (field != null && parameter.getParameterType() == MultipartFile.class) {
				withFile = true;
			}
			else if (field != null) {
				String name = field.name().isEmpty() ? field.value() : field.name();
				fields.put(name.isEmpty() ? String.valueOf(parameter.getParameterName()) : name, value(parameter));
			}
		}
		return new Asked(verb, path, fields, withFile);
	}

	private static String value(MethodParameter parameter) {
		Class<?> type = parameter.getParameterType();
		return type.isEnum() ? type.getEnumConstants()[0].toString()
				: Set.class.isAssignableFrom(type) ? "" : (type == boolean.class) ? "false" : "1";
	}

	private static Set<String> paths(RequestMappingInfo info) {
		return new TreeSet<>(info.getPatternValues());
	}

	private static Set<RequestMethod> methods(RequestMappingInfo info) {
		Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
		return methods.isEmpty() ? Set.of(RequestMethod.GET) : methods;
	}

	/** What becomes of it: whether it was let in, not what it found there. */
	String by(Visitor visitor) {
		Page page = switch (this.verb) {
			case GET, HEAD -> visitor.get(concrete());
			default ->
				this.withFile ? visitor.upload(concrete(), "x.csv", "x".getBytes(StandardCharsets.UTF_8), this.fields)
						: visitor.post(concrete(), this.fields);
		};
		return switch (page.status()) {
			case 401 -> "no";
			case 403 -> "may not";
			case 302, 303 -> Set.of("/sign-in", "/sign-in?ended").contains(page.location()) ? "sign in" : "yes";
			case 500 -> "FAULT";
			default -> "yes";
		};
	}

	/** The same for a program, which sends no forms. */
	public String byProgram(Visitor program) {
		String query = this.fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + field.getValue())
			.collect(Collectors.joining("&"));
		HttpRequest.Builder request = program.request(concrete() + "?" + query);
		int status = program
			.send((this.verb == RequestMethod.GET) ? request.GET()
					: request.method(this.verb.name(), BodyPublishers.noBody()))
			.status();
		return switch (status) {
			case 401 -> "no";
			case 403 -> "may not";
			case 404, 400, 200 -> "yes";
			default -> "FAULT " + status;
		};
	}

	private String concrete() {
		return this.path.replaceAll("\\{[^}]+}", "999999999");
	}

	@Override
	public String toString() {
		return this.verb + " " + this.path;
	}

}
