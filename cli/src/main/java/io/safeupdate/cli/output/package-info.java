/** What a command answers with: one document, as text or as JSON, and an exit code. */
package io.safeupdate.cli.output;
