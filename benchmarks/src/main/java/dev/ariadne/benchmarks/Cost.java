package dev.ariadne.benchmarks;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

/**
 * What this process has used so far.
 *
 * @param wallNanos time
 * @param cpuNanos time of all processors
 * @param allocatedBytes what all threads have allocated
 */
record Cost(long wallNanos, long cpuNanos, long allocatedBytes) {

    static Cost now() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return new Cost(System.nanoTime(), system.getProcessCpuTime(), threads.getTotalThreadAllocatedBytes());
    }

    /** Tells what has been used since, for each of so many. */
    void tell(Measurement.Figures figures, int count) {
        Cost now = now();
        figures.add("events-per-second", count / ((now.wallNanos - this.wallNanos) / 1e9));
        figures.add("cpu-per-event", (now.cpuNanos - this.cpuNanos) / 1e3 / count);
        figures.add("allocated-per-event", (now.allocatedBytes - this.allocatedBytes) / (double) count);
    }

}
