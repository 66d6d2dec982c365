package dev.ariadne.contact;

/**
 * What somebody tells of itself.
 *
 * @param nickname how it calls itself, empty if it does not tell
 * @param email its address, empty if it does not tell
 * @param age its age in years, -1 if it is unknown
 * @param level its level on the platform, -1 if it is unknown
 * @param sign its motto, empty if it has none
 * @param sex its sex
 * @since 0.1.0
 */
public record Profile(String nickname, String email, int age, int level, String sign, Sex sex) {

}
