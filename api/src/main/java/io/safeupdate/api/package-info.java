/** What a browser and a program see of the operations: the console and the REST interface. */
package io.safeupdate.api;
