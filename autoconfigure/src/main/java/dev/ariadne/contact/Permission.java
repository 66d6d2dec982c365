package dev.ariadne.contact;

/**
 * What somebody may do in a group. The three that are known are constants, of which there is one each; one that a newer
 * server may name is kept as it is.
 *
 * @since 0.1.0
 */
public final class Permission {

    /** May speak. */
    public static final Permission MEMBER = new Permission("MEMBER");

    /** May mute, kick and the like. */
    public static final Permission ADMINISTRATOR = new Permission("ADMINISTRATOR");

    /** May do everything. */
    public static final Permission OWNER = new Permission("OWNER");

    private final String name;

    private Permission(String name) {
        this.name = name;
    }

    /**
     * Returns the permission with the platform's name of it.
     */
    public static Permission of(String name) {
        return switch (name) {
            case "MEMBER" -> MEMBER;
            case "ADMINISTRATOR" -> ADMINISTRATOR;
            case "OWNER" -> OWNER;
            default -> new Permission(name);
        };
    }

    /**
     * Returns the platform's name of it, such as {@code MEMBER}.
     */
    public String name() {
        return this.name;
    }

    /**
     * Returns whether it lets somebody administer the group: true for an administrator and for the owner.
     */
    public boolean isOperator() {
        return equals(ADMINISTRATOR) || equals(OWNER);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Permission permission && permission.name.equals(this.name);
    }

    @Override
    public int hashCode() {
        return this.name.hashCode();
    }

    @Override
    public String toString() {
        return this.name;
    }

}
