/**
 * mirai-api-http v2.
 */
@NullMarked
package dev.ariadne.connector.mirai;

import org.jspecify.annotations.NullMarked;
