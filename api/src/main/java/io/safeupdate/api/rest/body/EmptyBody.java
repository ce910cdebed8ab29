package io.safeupdate.api.rest.body;

/** What needs to be told nothing; the body may be left out. */
public record EmptyBody() {}
