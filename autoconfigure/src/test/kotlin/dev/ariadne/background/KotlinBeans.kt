package dev.ariadne.background

import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flowOf

/** A task that needs no more than the compiler to be written. */
internal class SuspendingBean {

    suspend fun poll() = Unit
}

/** A task that needs the coroutines' library. */
internal class FlowBean {

    fun poll(): Flow<Int> = flowOf(1, 2, 3)
}
