/**
 * JSON as it is read from and written to a platform. For the other packages of this library, not for applications: what
 * is here may change in any release.
 */
@NullMarked
package dev.ariadne.json;

import org.jspecify.annotations.NullMarked;
