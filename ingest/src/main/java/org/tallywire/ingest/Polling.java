package org.tallywire.ingest;

import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.tallywire.ingest.poll.FirstPolls;
import org.tallywire.ingest.poll.HostPace;
import org.tallywire.ingest.poll.Network;
import org.tallywire.ingest.poll.Poller;

/**
 * What a process shares among its tasks to poll.
 *
 * @param poller runs one poll
 * @param executor where polls run; they block
 * @param pace the pace of every host
 * @param first when new sources are polled first
 * @param network is it up?
 * @param metrics figures of the service
 * @param chance jitter
 * @param open polls open at once in one task
 */
public record Polling<T>(
        Poller<T> poller,
        Executor executor,
        HostPace pace,
        FirstPolls first,
        Network network,
        PollMetrics metrics,
        RandomGenerator chance,
        int open) {}
