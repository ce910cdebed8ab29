/** How the outside world's refusals become the vocabulary of {@code FailureType}. */
package io.safeupdate.activities.failure;
