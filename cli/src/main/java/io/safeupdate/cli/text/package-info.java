/** How a person reads what commands answer. Pure: data in, text out. */
package io.safeupdate.cli.text;
