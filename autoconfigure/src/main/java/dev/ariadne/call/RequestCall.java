package dev.ariadne.call;

/**
 * Calls that answer a request to the account. The events of {@code dev.ariadne.event.request} make them by their own
 * methods. The numbers are those of protocol notes 3.
 *
 * @since 0.1.0
 */
public sealed interface RequestCall extends Call<Done> {

    /**
     * Answers somebody who wants to be a friend.
     *
     * @param eventId the id of the request
     * @param fromId who asked
     * @param groupId through which group, 0 if through none
     * @param operate the answer
     * @param message what to say with it; may be empty, and is not shown by 2.10.0
     */
    record AnswerFriendRequest(long eventId, long fromId, long groupId, FriendRequestAnswer operate, String message)
            implements RequestCall {

        @Override
        public String command() {
            return "resp_newFriendRequestEvent";
        }

    }

    /**
     * Answers somebody who wants to join a group.
     *
     * @param eventId the id of the request
     * @param fromId who asked
     * @param groupId which group
     * @param operate the answer
     * @param message why it was refused; may be empty
     */
    record AnswerMemberJoinRequest(long eventId, long fromId, long groupId, MemberJoinRequestAnswer operate,
            String message) implements RequestCall {

        @Override
        public String command() {
            return "resp_memberJoinRequestEvent";
        }

    }

    /**
     * Answers an invitation of the account into a group.
     *
     * @param eventId the id of the invitation
     * @param fromId who invited
     * @param groupId into which group
     * @param operate the answer
     * @param message what to say with it; may be empty, and is not shown by 2.10.0
     */
    record AnswerInvitation(long eventId, long fromId, long groupId, InvitationAnswer operate, String message)
            implements RequestCall {

        @Override
        public String command() {
            return "resp_botInvitedJoinGroupRequestEvent";
        }

    }

    /**
     * How to answer somebody who wants to be a friend.
     */
    enum FriendRequestAnswer {

        /** Become friends. */
        ACCEPT(0),

        /** Do not. */
        REJECT(1),

        /** Do not, and accept no more requests from there. */
        REJECT_AND_BLOCK(2);

        private final int code;

        FriendRequestAnswer(int code) {
            this.code = code;
        }

        /**
         * Returns the server's number of it.
         */
        public int code() {
            return this.code;
        }

    }

    /**
     * How to answer somebody who wants to join a group.
     */
    enum MemberJoinRequestAnswer {

        /** Let in. */
        ACCEPT(0),

        /** Do not let in. */
        REJECT(1),

        /** Say nothing. */
        IGNORE(2),

        /** Do not let in, and accept no more requests from there. */
        REJECT_AND_BLOCK(3),

        /** Say nothing, and accept no more requests from there. */
        IGNORE_AND_BLOCK(4);

        private final int code;

        MemberJoinRequestAnswer(int code) {
            this.code = code;
        }

        /**
         * Returns the server's number of it.
         */
        public int code() {
            return this.code;
        }

    }

    /**
     * How to answer an invitation into a group.
     */
    enum InvitationAnswer {

        /** Join. */
        ACCEPT(0),

        /** Do not join. */
        REJECT(1);

        private final int code;

        InvitationAnswer(int code) {
            this.code = code;
        }

        /**
         * Returns the server's number of it.
         */
        public int code() {
            return this.code;
        }

    }

}
