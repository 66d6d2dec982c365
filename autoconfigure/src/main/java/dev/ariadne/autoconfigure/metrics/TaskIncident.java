package dev.ariadne.autoconfigure.metrics;

/**
 * What is counted of a background task besides its runs.
 */
enum TaskIncident {

    RESTART("ariadne.background.restarts", "Runs of background tasks that began after a back-off"),

    PARKED("ariadne.background.parked", "Times that the restarts of a background task were used up"),

    UNSTOPPED("ariadne.background.unstopped", "Runs of background tasks that did not stop in time"),

    STUCK("ariadne.background.stuck", "Times that a run of a background task showed no progress for too long");

    private final String meterName;

    private final String description;

    TaskIncident(String meterName, String description) {
        this.meterName = meterName;
        this.description = description;
    }

    String meterName() {
        return this.meterName;
    }

    String description() {
        return this.description;
    }

}
