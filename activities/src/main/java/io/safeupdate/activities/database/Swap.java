package io.safeupdate.activities.database;

import java.util.Optional;

/**
 * Which database is to become the live one.
 *
 * @param replacement its name until then
 * @param replacementOid its OID, by which it is known under any name
 * @param liveOid what the live database must still be; empty: any, or none at all
 * @param abandoned the name that the live database gets
 */
public record Swap(
    String replacement, long replacementOid, Optional<Long> liveOid, String abandoned) {}
