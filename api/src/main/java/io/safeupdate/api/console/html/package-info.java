/** Pieces of pages: how texts become markup, and how numbers become texts. */
package io.safeupdate.api.console.html;
