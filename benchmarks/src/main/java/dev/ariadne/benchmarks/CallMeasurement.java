package dev.ariadne.benchmarks;

import dev.ariadne.Ariadne;
import dev.ariadne.message.MessageChain;

/**
 * Sending a message and waiting for the answer.
 */
final class CallMeasurement implements Measurement {

    @Override
    public void run(int size, Figures figures) throws Exception {
        Ariadne ariadne = Application.awaitOnline(Application.start(Application.accounts(1)));
        MessageChain message = MessageChain.of("tick");
        Latencies.measure(size, () -> ariadne.sendGroupMessage(40001, message), figures);
    }

}
