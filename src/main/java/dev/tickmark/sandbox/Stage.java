package dev.tickmark.sandbox;

/**
 * What a simulation finds in place when it begins.
 *
 * @param url where it can be reached, without a slash at the end
 * @param behaviour how it behaves
 * @param register what it remembers beyond its process
 * @param meter what it counts
 * @param partnerKey the key that the callers of all providers sign with
 */
record Stage(String url, Behaviour behaviour, Register register, Meter meter, PartnerKey partnerKey) {

}
