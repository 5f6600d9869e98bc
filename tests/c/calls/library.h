/* library.h - rows of what tells about the library, and of what it wipes */
VALUE(version, text, strcmp(csecrets_version(), CSECRETS_VERSION), 0, 0)
VALUE(version_number, number, csecrets_version_number(), CSECRETS_VERSION_NUMBER, 0)
VALUE(strerror, known, csecrets_strerror(CSECRETS_ERR_WEAK)[0] != '\0', 1, 0)
VALUE(strerror, unknown, csecrets_strerror(12345)[0] != '\0', 1, 0)
STATUS(entropy_probe, number, csecrets_entropy_probe(OUT),
       .out = {{sizeof(int32_t), ERROR_NUMBER, .optional = true}}, .draws = true)
NOTHING(wipe, 100, csecrets_wipe(OUT, 100), .out = {{100, NO_ERROR, .optional = true}})
VALUE(status_name, known, strcmp(csecrets_status_name(CSECRETS_ERR_WEAK), "CSECRETS_ERR_WEAK"), 0, 0)
VALUE(status_name, unknown, strcmp(csecrets_status_name(12345), "CSECRETS_ERR_UNKNOWN"), 0, 0)
