package org.tabularium.cli;

/// Keeps the heap of a large study small. The serial collector takes more memory from the system as long as there is some, and
/// looks for what is no longer used only when there is none; this makes it look first, each time it took more.
///
/// Options of the JVM say how much more than what is used the heap has after that (`MaxHeapFreeRatio`), so that a study that
/// needs more gets more. The launcher sets them, and the property that switches this on.
final class HeapRoom implements Runnable {

    private static final String PROPERTY = "tabularium.heap";
    private static final String SMALL = "small";
    /// Milliseconds between two looks: the heap grows by some megabytes meanwhile.
    private static final int PAUSE = 10;

    private HeapRoom() {}

    /// Begins to watch, where that is switched on; ends with the process.
    static void watch() {
        if (SMALL.equals(System.getProperty(PROPERTY))) {
            Thread.ofPlatform().daemon().name("heap").start(new HeapRoom());
        }
    }

    @Override
    public void run() {
        Runtime heap = Runtime.getRuntime();
        long room = heap.totalMemory();
        try {
            while (true) {
                Thread.sleep(PAUSE);
                if (heap.totalMemory() > room) {
                    System.gc();
                    room = heap.totalMemory();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
