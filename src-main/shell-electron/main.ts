/** The desktop shell (桌面外壳). */
