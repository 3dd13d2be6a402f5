/**
 * A clinic at work: people who use the running server as browsers do, and how long it lets them wait. Start at {@link
 * org.lumbar.benchmarks.load.Load}. It needs the JDK alone and knows the server only by its pages.
 */
package org.lumbar.benchmarks.load;
