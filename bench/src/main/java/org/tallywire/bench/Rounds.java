package org.tallywire.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Tasks measured in turn, round after round, so that a busy machine is equally busy for all of them; the median of the rounds
 * counts. Time is CPU time of the whole process, collector included, so that figures are per core.
 */
final class Rounds {
    private static final OperatingSystemMXBean OS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final int WARM_UP = 2;
    private static final int COUNTED = 9;

    private final long nanos;

    /** Rounds in which each task gets that many seconds of CPU time. */
    Rounds(double seconds) {
        nanos = (long) (seconds * 1e9);
    }

    /** Work to repeat. */
    interface Task {
        /** Does it once and gives a number that says what was done; a second run gives the same. */
        long run() throws Exception;
    }

    /** Repeats a task until it has had that many seconds of CPU time, so that the compiler is done with it. */
    static void warmUp(Task task, double seconds) throws Exception {
        new Rounds(seconds).rate(task, task.run());
    }

    /** How often each task is done in a second of CPU time. */
    double[] perSecond(Task... tasks) throws Exception {
        double[][] rates = new double[tasks.length][COUNTED];
        long[] done = new long[tasks.length];
        for (int round = -WARM_UP; round < COUNTED; round++) {
            for (int task = 0; task < tasks.length; task++) {
                done[task] = round == -WARM_UP ? tasks[task].run() : done[task];
                double rate = rate(tasks[task], done[task]);
                rates[task][Math.max(0, round)] = rate;
            }
        }
        return Arrays.stream(rates).mapToDouble(Rounds::median).toArray();
    }

    private double rate(Task task, long expected) throws Exception {
        long cpu = OS.getProcessCpuTime();
        int runs = 0;
        while (OS.getProcessCpuTime() - cpu < nanos) {
            if (task.run() != expected) {
                throw new IllegalStateException("a second run gave another result");
            }
            runs++;
        }
        return runs * 1e9 / (OS.getProcessCpuTime() - cpu);
    }

    private static double median(double[] rates) {
        double[] sorted = rates.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
