/** The REST interface: resources, and how failures are told. */
package io.safeupdate.api.rest;
