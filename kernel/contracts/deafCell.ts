/** In the metadata of the message that tells of a cell that no stop reaches, so that a front end can offer a restart. */
export const deafCell = "aen.deaf_cell";
