package dev.ariadne.background;

import dev.ariadne.Ariadne;

/**
 * Stands around the code of each run of a background task, on the thread of the run. A bean; of several, the first in
 * order stands around the others. Observations of runs have the order 0, so what has no order is observed with the run.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RunInterceptor {

    /** Just runs the code. */
    RunInterceptor NONE = (ariadne, task, run, work) -> work.run();

    /**
     * Runs the code, once, on the calling thread.
     *
     * @param ariadne the account
     * @param task the name of the task
     * @param run the number of the run, counted from 1
     * @param work the code
     * @throws Exception what the code threw; whatever else is thrown is a failure of the run as well
     */
    void run(Ariadne ariadne, String task, int run, Work work) throws Exception;

    /**
     * Returns an interceptor that stands around the code as this one does, and within that as another one does.
     *
     * @param inner the other one
     */
    default RunInterceptor around(RunInterceptor inner) {
        return (ariadne, task, run, work) -> run(ariadne, task, run, () -> inner.run(ariadne, task, run, work));
    }

    /**
     * The code of a run.
     */
    @FunctionalInterface
    interface Work {

        /**
         * Runs it.
         *
         * @throws Exception to tell that the run failed
         */
        void run() throws Exception;

    }

}
