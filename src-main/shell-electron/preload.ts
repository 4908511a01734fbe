/** The window's only door (预加载). */
