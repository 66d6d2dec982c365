/**
 * The web server's side of the links that mirai-api-http opens: its reverse WebSocket and its webhook (protocol notes 7
 * and 8, observed on 2.10.0). For the servlet stack.
 *
 * <table class="striped">
 * <caption>What is promised</caption>
 * <thead>
 * <tr><th scope="col">matter</th><th scope="col">promise</th></tr>
 * </thead>
 * <tbody>
 * <tr><th scope="row">paths</th><td>Those of an account are there from when it is added until it is removed, also while
 * it is stopped. Only the exact spelling counts, below the application's context path.</td></tr>
 * <tr><th scope="row">secrets</th><td>All required headers and parameters are compared, in constant time, before
 * anything else of a request is read. A refusal is told by one log line a minute and account, without any
 * value.</td></tr>
 * <tr><th scope="row">reverse WebSocket</th><td>One socket per account; a newer one replaces it. One that nobody waits
 * for is kept, and asked for the account at the next attempt; the attempt is made at once. Until then it is pinged
 * every heartbeat interval, and closed with 1011 if two pings are not answered. It ends with a close frame: 1000 when the
 * account stops, 1001 when the application does.</td></tr>
 * <tr><th scope="row">size of messages</th><td>32 Mi characters, in as many parts as they come; longer ones are skipped
 * and reported. No compression is agreed upon.</td></tr>
 * <tr><th scope="row">back pressure</th><td>While the listener has no room and nobody waits for an answer, a thread of
 * the web server is kept waiting, by 8 links at a time at most; those beyond read on, and the listener decides what is
 * dropped. A text that is not sent within 10 seconds, or 64 Mi characters that wait, end the link.</td></tr>
 * <tr><th scope="row">webhook</th><td>Answered before listeners run: 204, 503 while the account is stopped; what comes
 * while it has no link is kept for a while. A body has 4 MiB at most. A message or request that comes again within a
 * minute is told once; of other events two that look alike are both told. Events are told in the order in which their
 * requests are read; the server makes five at a time, so events that follow each other within milliseconds may have
 * changed places. There is no back pressure.</td></tr>
 * </tbody>
 * </table>
 */
@NullMarked
package dev.ariadne.connector.mirai.web;

import org.jspecify.annotations.NullMarked;
