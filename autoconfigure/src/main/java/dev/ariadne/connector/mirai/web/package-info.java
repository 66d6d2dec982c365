/**
 * The web server's side of the links that mirai-api-http opens: its reverse WebSocket and its webhook. For the servlet
 * stack.
 */
@NullMarked
package dev.ariadne.connector.mirai.web;

import org.jspecify.annotations.NullMarked;
