/** The core in a process of its own (核心进程), started by the desktop shell. */
