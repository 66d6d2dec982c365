/**
 * mirai-api-http v2, by the WebSocket that this side opens (its adapter {@code ws}), or by HTTP requests.
 *
 * <table class="striped">
 * <caption>What is promised</caption>
 * <thead>
 * <tr><th scope="col">matter</th><th scope="col">promise</th></tr>
 * </thead>
 * <tbody>
 * <tr><th scope="row">attempt</th><td>One time limit from the request to the session frame. A wrong key, a wrong
 * address and a request that the server does not understand are not to be tried again; a bot that the server does not know (it
 * may not be logged in yet) and a server in debug mode slowly; all else with back-off.</td></tr>
 * <tr><th scope="row">key</th><td>Travels in a header. Is in no URL, exception, log or {@code toString}.</td></tr>
 * <tr><th scope="row">events</th><td>Told one at a time, in the order in which they came, those that came before the
 * session frame included (1024 at most; more are dropped and reported). Types without a record of their own arrive with
 * their JSON.</td></tr>
 * <tr><th scope="row">malformed frames</th><td>Skipped and reported, also those of more than 32 Mi characters; the
 * link lives. Text that is not UTF-8 and other breaches of RFC 6455 end the link.</td></tr>
 * <tr><th scope="row">calls</th><td>Any number at a time; each gets its own answer, in whatever order answers come,
 * and each refusal tells the server's code and words. An answer without an id belongs to the oldest command. Whoever stops
 * waiting cancels: what has not been sent is not sent, and the answer is dropped.</td></tr>
 * <tr><th scope="row">back pressure</th><td>While the listener has no room and nobody waits for an answer, no message is
 * handled and at most 16 are read ahead. While a call waits, all is read and told.</td></tr>
 * <tr><th scope="row">liveness</th><td>Every heartbeat interval a command that needs the session; two intervals without
 * any message end the link, so do four in which events come but no answer to any command, and the answer that the
 * session is gone. While reading is paused nothing is counted. Heartbeats wait behind a slow command, since the server
 * does one at a time.</td></tr>
 * <tr><th scope="row">loss</th><td>All waiting calls fail at once, then the listener is told, last and once. An end that
 * the JDK's WebSocket does not tell is found within about a second.</td></tr>
 * <tr><th scope="row">close</th><td>A close frame with code 1000; after two seconds without an answer to it the link is
 * cut. The listener is told nothing any more.</td></tr>
 * <tr><th scope="row">threads</th><td>Daemon threads, as many as there are cores (four at least) for all accounts
 * together, beside the one of the JDK's client. None is blocked by a slow server.</td></tr>
 * </tbody>
 * </table>
 *
 * <p>
 * By HTTP requests that this side makes (its adapter {@code http}) the same is promised, but for this:
 *
 * <table class="striped">
 * <caption>What is different by HTTP</caption>
 * <thead>
 * <tr><th scope="col">matter</th><th scope="col">promise</th></tr>
 * </thead>
 * <tbody>
 * <tr><th scope="row">attempt</th><td>One time limit for all requests. HTTP errors are a wrong address and are not to
 * be tried again, but for 408, 429 and 5xx; what is not mirai-api-http's JSON is tried again slowly. What an abandoned
 * attempt has bound is released.</td></tr>
 * <tr><th scope="row">events</th><td>Fetched 100 at a time, one request at a time: again at once after 50 or more,
 * after 10 ms if there were fewer, after 50 ms if there were none, doubling to 200 ms while there are none. The server keeps
 * 101 events and drops those that come then; an answer of 100 tells that it may have been full, and is reported. So is
 * a poll without an answer, since what the server may have given for it is lost.</td></tr>
 * <tr><th scope="row">malformed events</th><td>Skipped and reported, and the others of the answer are told. An answer
 * that cannot be understood, or has more than 32 Mi characters, is reported; the next poll follows after 500 ms, then
 * one second. Three failed polls in a row end the link, unless it is the host name that cannot be looked up.</td></tr>
 * <tr><th scope="row">calls</th><td>Each is a request of its own, 64 at a time for each account; others wait for their
 * turn. Whoever stops waiting cancels: its request is ended, or not begun.</td></tr>
 * <tr><th scope="row">uploads</th><td>Sent piece by piece; files are read on threads of their own. Beside a WebSocket
 * they are made with its session.</td></tr>
 * <tr><th scope="row">back pressure</th><td>While the listener has no room nothing is fetched; calls go on.</td></tr>
 * <tr><th scope="row">liveness</th><td>Every heartbeat interval {@code sessionInfo} is asked for, while polling
 * too: in single mode the polls of a session that has ended are answered as if nothing had come. Two intervals without
 * any answer end the link; so do the answer that the session is gone, and a server where nobody listens, but not a host
 * name that cannot be looked up.</td></tr>
 * <tr><th scope="row">close</th><td>The poll that is under way is ended and the session released, within two seconds. A
 * session whose release is not answered is released before the account's next one is bound.</td></tr>
 * </tbody>
 * </table>
 */
@NullMarked
package dev.ariadne.connector.mirai;

import org.jspecify.annotations.NullMarked;
